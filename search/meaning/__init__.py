"""What a text is about, whichever words it has: a second way to find, where words find too little."""
