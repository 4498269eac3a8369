"""The interactive map: symbols, the data the browser draws, the folium map."""
