CREATE TABLE `search_due` (
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`stamp` integer NOT NULL,
	PRIMARY KEY(`kind`, `subject_id`)
);
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`document_id` text,
	`place` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_by_subject` ON `search_entries` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `search_words` (
	`word` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_index USING fts5(title, text, title_roots, text_roots, tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
-- What is overwritten leaves the index at once, and not with a later merge: redaction demands it.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER search_document_made AFTER INSERT ON documents BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('document', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_document_changed AFTER UPDATE OF title ON documents BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('document', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_document_gone AFTER DELETE ON documents BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('document', old.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_thread_made AFTER INSERT ON threads BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('thread', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_thread_changed AFTER UPDATE OF text, suggestion, quote, removed_at, placement ON threads BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('thread', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_thread_gone AFTER DELETE ON threads BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('thread', old.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_reply_made AFTER INSERT ON replies BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('thread', new.thread_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_reply_changed AFTER UPDATE OF text, removed_at ON replies BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('thread', new.thread_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_reply_gone AFTER DELETE ON replies BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('thread', old.thread_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_agreement_made AFTER INSERT ON agreements BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('agreement', new.document_id || ':' || new.node_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_agreement_changed AFTER UPDATE OF text, is_gone ON agreements BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('agreement', new.document_id || ':' || new.node_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_agreement_gone AFTER DELETE ON agreements BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('agreement', old.document_id || ':' || old.node_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_follow_up_made AFTER INSERT ON follow_ups BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('followUp', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_follow_up_changed AFTER UPDATE OF activity, responsible, village_text, output, is_gone ON follow_ups BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('followUp', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_follow_up_gone AFTER DELETE ON follow_ups BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('followUp', old.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_practice_made AFTER INSERT ON practices BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('practice', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_practice_changed AFTER UPDATE OF title, situation, deed, cost, result, contact_office, withdrawn_at ON practices BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('practice', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_practice_gone AFTER DELETE ON practices BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('practice', old.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_regulation_made AFTER INSERT ON regulations BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('regulation', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_regulation_changed AFTER UPDATE OF kind, number, year, about ON regulations BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('regulation', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_regulation_gone AFTER DELETE ON regulations BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('regulation', old.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_question_made AFTER INSERT ON questions BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('question', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_question_changed AFTER UPDATE OF title, text, withdrawn_at ON questions BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('question', new.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_question_gone AFTER DELETE ON questions BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('question', old.id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_answer_made AFTER INSERT ON answers BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('question', new.question_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_answer_changed AFTER UPDATE OF text, withdrawn_at ON answers BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('question', new.question_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_answer_gone AFTER DELETE ON answers BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('question', old.question_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_outcome_made AFTER INSERT ON outcomes BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('outcome', new.document_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_outcome_changed AFTER UPDATE OF learnt, decision, result ON outcomes BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('outcome', new.document_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
CREATE TRIGGER search_outcome_gone AFTER DELETE ON outcomes BEGIN
  INSERT INTO search_due (kind, subject_id, stamp) VALUES ('outcome', old.document_id, random() / 4096) ON CONFLICT (kind, subject_id) DO UPDATE SET stamp = excluded.stamp;
END;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'document', id, random() / 4096 FROM documents;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'thread', id, random() / 4096 FROM threads;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'agreement', document_id || ':' || node_id, random() / 4096 FROM agreements;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'followUp', id, random() / 4096 FROM follow_ups;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'practice', id, random() / 4096 FROM practices;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'regulation', id, random() / 4096 FROM regulations;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'question', id, random() / 4096 FROM questions;
--> statement-breakpoint
INSERT INTO search_due (kind, subject_id, stamp) SELECT 'outcome', document_id, random() / 4096 FROM outcomes;
