-- What has been said stays said: these rows are added, never changed and never removed, whoever asks.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "ActionUpdate_never_changes" BEFORE UPDATE OR DELETE ON "ActionUpdate"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"('An update is never changed or removed; add a new version instead.');
CREATE TRIGGER "ActionUpdate_never_emptied" BEFORE TRUNCATE ON "ActionUpdate"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('An update is never changed or removed; add a new version instead.');

CREATE TRIGGER "MeasureValue_never_changes" BEFORE UPDATE OR DELETE ON "MeasureValue"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"('A value is never changed or removed; add a new version instead.');
CREATE TRIGGER "MeasureValue_never_emptied" BEFORE TRUNCATE ON "MeasureValue"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('A value is never changed or removed; add a new version instead.');

CREATE TRIGGER "Moderation_never_changes" BEFORE UPDATE OR DELETE ON "Moderation"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"('A moderation is never changed or removed; add a new version instead.');
CREATE TRIGGER "Moderation_never_emptied" BEFORE TRUNCATE ON "Moderation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('A moderation is never changed or removed; add a new version instead.');

CREATE TRIGGER "AuditEntry_never_changes" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"('An entry of the audit chain is never changed or removed.');
CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('An entry of the audit chain is never changed or removed.');

CREATE TRIGGER "PlanRevision_never_changes" BEFORE UPDATE OR DELETE ON "PlanRevision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"('A plan revision is never changed or removed; import a new one instead.');

-- A digest moves from draft to approved to posted; the paper itself stays as it was drafted.
CREATE TRIGGER "Digest_paper_never_changes" BEFORE UPDATE ON "Digest"
  FOR EACH ROW
  WHEN (OLD."document"::text IS DISTINCT FROM NEW."document"::text OR OLD."documentHash" <> NEW."documentHash"
    OR OLD."month" <> NEW."month" OR OLD."audience" <> NEW."audience" OR OLD."number" <> NEW."number")
  EXECUTE FUNCTION "refuse_change"('The paper of a digest is never changed; draft a new one instead.');
CREATE TRIGGER "Digest_never_removed" BEFORE DELETE ON "Digest"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"('A digest is never removed; it can be superseded.');

-- The drain looks only at what still waits, conversation by conversation, in order.
CREATE INDEX "Delivery_waiting_in_order" ON "Delivery" ("conversation", "firstDueAt", "sequence") WHERE "state" = 'waiting';
CREATE INDEX "Delivery_waiting_due" ON "Delivery" ("dueAt") WHERE "state" = 'waiting';
