-- Makes the search index anew, empty, and everything that it held due again (docs/operations.md).
DROP TABLE IF EXISTS search_index;
CREATE VIRTUAL TABLE search_index USING fts5(title, text, title_roots, text_roots, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
DELETE FROM search_entries;
DELETE FROM search_words;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'document', id, random() / 4096 FROM documents WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'thread', id, random() / 4096 FROM threads WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'agreement', document_id || ':' || node_id, random() / 4096 FROM agreements WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'followUp', id, random() / 4096 FROM follow_ups WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'practice', id, random() / 4096 FROM practices WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'regulation', id, random() / 4096 FROM regulations WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'question', id, random() / 4096 FROM questions WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'outcome', document_id, random() / 4096 FROM outcomes WHERE true ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
