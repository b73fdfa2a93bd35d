-- What was stored before is read in the order in which it came.
ALTER TABLE "WaitingReply" ADD COLUMN "saidAt" TIMESTAMPTZ(3);
UPDATE "WaitingReply" SET "saidAt" = "receivedAt";
ALTER TABLE "WaitingReply" ALTER COLUMN "saidAt" SET NOT NULL;
ALTER TABLE "WaitingReply" ADD COLUMN "isRetry" BOOLEAN NOT NULL DEFAULT false;

DROP INDEX "WaitingReply_waiting_in_order";
CREATE INDEX "WaitingReply_waiting_in_order" ON "WaitingReply" ("partnershipId", "personId", "saidAt", "sequence") WHERE "state" = 'waiting';
-- Whether something that the same person wrote later has been read already.
CREATE INDEX "WaitingReply_read_in_order" ON "WaitingReply" ("partnershipId", "personId", "saidAt") WHERE "state" = 'read';
