"""The engine: bilingual transcript and facts about it in, checked records and text out.

Plain Python that knows nothing of MkDocs and nothing of any one transcript.
Imports point one way: ``__main__`` and the adapter -> outputs (render, export, source) -> checks -> corpus -> readers
(page, records) -> model.  Only ``files`` touches the disk; markup stands only in ``templates``.
"""
