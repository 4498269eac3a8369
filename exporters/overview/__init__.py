"""The tables of the overview, as its page shows them and its files hold them."""
