"""What draws a page: Typst for PDF, PDFium for PNG from that, lxml for SVG, python-pptx for slides."""
