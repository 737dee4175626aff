"""The engine: bilingual transcript and facts about it in, checked records, pages, open data and books out.

Plain Python that knows nothing of MkDocs and nothing of any one transcript.
``hooks/README.md`` describes the rooms and the order in which they may import each other.
"""
