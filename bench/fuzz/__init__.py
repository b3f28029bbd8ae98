"""Hostile requests to every address of the site, by every kind of visitor: ``python -m bench.fuzz``.

``values`` is what somebody types to break it, ``question`` one request, ``routes`` all addresses, ``forms`` what stands
on a page, ``generating`` makes one from the other, ``site`` asks, ``judging`` says what is wrong with an answer,
``shrinking`` makes a request that goes wrong as small as it can be, and ``running`` does all of it.
"""
