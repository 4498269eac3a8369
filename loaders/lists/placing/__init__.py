"""From a row to a place inside the country that it names, or to none."""
