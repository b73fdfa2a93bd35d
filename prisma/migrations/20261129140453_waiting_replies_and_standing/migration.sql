-- AlterTable
ALTER TABLE "AuditHead" ADD COLUMN "standing" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "WaitingReply" (
    "partnershipId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "place" JSON NOT NULL,
    "words" TEXT NOT NULL,
    "takenOut" JSON NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,

    CONSTRAINT "WaitingReply_pkey" PRIMARY KEY ("partnershipId","key")
);

-- AddForeignKey
ALTER TABLE "WaitingReply" ADD CONSTRAINT "WaitingReply_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The reader looks only at what still waits, person by person, in order.
CREATE INDEX "WaitingReply_waiting_in_order" ON "WaitingReply" ("partnershipId", "personId", "sequence") WHERE "state" = 'waiting';
CREATE INDEX "WaitingReply_waiting_due" ON "WaitingReply" ("dueAt", "sequence") WHERE "state" = 'waiting';

-- What answers do not change is counted where it is stored, so that nothing that writes can forget to. Whoever holds the head of the
-- audit chain knows by it that none of this changes until they let go.
CREATE FUNCTION "count_standing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "AuditHead" SET "standing" = "standing" + 1
   WHERE "partnershipId" = COALESCE(NEW."partnershipId", OLD."partnershipId");
  RETURN NULL;
END
$$;

CREATE TRIGGER "PlanRevision_counts" AFTER INSERT OR UPDATE OR DELETE ON "PlanRevision" FOR EACH ROW EXECUTE FUNCTION "count_standing"();
CREATE TRIGGER "Person_counts" AFTER INSERT OR UPDATE OR DELETE ON "Person" FOR EACH ROW EXECUTE FUNCTION "count_standing"();
CREATE TRIGGER "Account_counts" AFTER INSERT OR UPDATE OR DELETE ON "Account" FOR EACH ROW EXECUTE FUNCTION "count_standing"();
CREATE TRIGGER "Role_counts" AFTER INSERT OR UPDATE OR DELETE ON "Role" FOR EACH ROW EXECUTE FUNCTION "count_standing"();
CREATE TRIGGER "Absence_counts" AFTER INSERT OR UPDATE OR DELETE ON "Absence" FOR EACH ROW EXECUTE FUNCTION "count_standing"();
CREATE TRIGGER "Cycle_counts" AFTER INSERT OR UPDATE OR DELETE ON "Cycle" FOR EACH ROW EXECUTE FUNCTION "count_standing"();
CREATE TRIGGER "Prompt_counts" AFTER INSERT OR UPDATE OR DELETE ON "Prompt" FOR EACH ROW EXECUTE FUNCTION "count_standing"();
