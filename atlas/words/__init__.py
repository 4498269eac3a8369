"""What the atlas says, in Japanese and English: the words of its pages, sentences about records."""
