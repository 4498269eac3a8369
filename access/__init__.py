"""Who may see the atlas, and who may bring lists: nobody is asked by default, a log-in is an operator's setting."""
