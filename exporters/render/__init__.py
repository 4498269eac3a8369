"""What draws a page: matplotlib for PNG, SVG and PDF, python-pptx for slides."""
