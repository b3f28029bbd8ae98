"""Rival: tantivy, a search engine in Rust, in this process; its facets are counted by terms aggregation."""

import tantivy

from bench.flat import ARRAYS, SCALARS, flat_rows
from bench.questions import PER_PAGE

FACETS = [*ARRAYS, *SCALARS]
MOST_VALUES = 3000
HEAP = 200_000_000


class Tantivy:
    """An index in memory, with stems by its own Dutch."""

    def __enter__(self):
        self.schema = _schema()
        self.index = tantivy.Index(self.schema)
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(
            tantivy.Filter.lowercase()
        )
        self.index.register_tokenizer(
            "dutch", words.filter(tantivy.Filter.stemmer("dutch")).build()
        )
        writer = self.index.writer(HEAP, 1)
        for position, row in enumerate(flat_rows()):
            writer.add_document(_document(position, row))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
        return self

    def __exit__(self, *error):
        del self.searcher, self.index

    def ask(self, question):
        """Give how many entries match; page and counts are read too."""
        query = self._query(question)
        ordered = (
            {}
            if question.words
            else {"order_by_field": "position", "order": tantivy.Order.Asc}
        )
        result = self.searcher.search(
            query, PER_PAGE, offset=question.offset, **ordered
        )
        for _, address in result.hits:
            self.searcher.doc(address)
        self._count(query, [name for name in FACETS if name not in question.filters])
        for name in question.filters:
            self._count(self._query(question, but=name), [name])
        return result.count

    def _query(self, question, *, but=""):
        parts = [
            tantivy.Query.term_set_query(self.schema, name, list(values))
            for name, values in question.filters.items()
            if name != but
        ]
        if question.words:
            parts.append(
                self.index.parse_query(
                    question.words, ["title", "body"], conjunction_by_default=True
                )
            )
        if not parts:
            return tantivy.Query.all_query()
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, part) for part in parts]
        )

    def _count(self, query, names):
        asked = {
            name: {"terms": {"field": name, "size": MOST_VALUES}} for name in names
        }
        return self.searcher.aggregate(query, asked)


def _schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=True, tokenizer_name="dutch")
    builder.add_text_field("body", tokenizer_name="dutch")
    builder.add_unsigned_field("position", fast=True)
    for name in FACETS:
        builder.add_text_field(
            name, fast=True, tokenizer_name="raw", index_option="basic"
        )
    return builder.build()


def _document(position, row):
    document = tantivy.Document()
    document.add_unsigned("position", position)
    document.add_text("title", row["title"])
    document.add_text("body", row["body"])
    for name in ARRAYS:
        for value in row[name]:
            document.add_text(name, value)
    for name in SCALARS:
        document.add_text(name, row[name])
    return document
