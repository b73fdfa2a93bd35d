-- CreateTable
CREATE TABLE "Partnership" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanRevision" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "effectiveFrom" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "importedByPersonId" TEXT,
    "sourceName" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "plan" JSON NOT NULL,

    CONSTRAINT "PlanRevision_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Person" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisationCode" TEXT NOT NULL,
    "jobTitle" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "prefers" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Account" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Role" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scopeKind" TEXT NOT NULL,
    "scopeCode" TEXT,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Role_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT NOT NULL,
    "coverPersonId" TEXT,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Cycle" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "planRevisionId" TEXT NOT NULL,
    "settings" JSON NOT NULL,
    "state" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cycle_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Prompt" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "items" JSON NOT NULL,
    "state" TEXT NOT NULL,
    "deferredUntil" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "ActionUpdate" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "actionCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rating" TEXT,
    "done" TEXT,
    "next" TEXT,
    "pathWhat" TEXT,
    "pathWho" TEXT,
    "pathBy" TEXT,
    "askVerb" TEXT,
    "askWhat" TEXT,
    "askBy" TEXT,
    "evidence" TEXT[],
    "startsOn" TEXT,
    "byPersonId" TEXT,
    "onBehalfOfPersonId" TEXT,
    "platform" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "ActionUpdate_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "MeasureValue" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "measureCode" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "periodKind" TEXT NOT NULL,
    "periodKey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,
    "provisional" BOOLEAN NOT NULL,
    "embargoUntil" TEXT,
    "source" TEXT NOT NULL,
    "byPersonId" TEXT,
    "platform" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "MeasureValue_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Moderation" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "actionCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rating" TEXT,
    "reason" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Moderation_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSON NOT NULL,
    "documentHash" TEXT NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "draftedByPersonId" TEXT,
    "approvedAt" TIMESTAMPTZ(3),
    "approvedByPersonId" TEXT,
    "postedAt" TIMESTAMPTZ(3),
    "postedByPersonId" TEXT,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "reach" TEXT NOT NULL,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "onDay" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "actionCode" TEXT,
    "ownerName" TEXT,
    "due" TEXT,
    "closedOn" TEXT,
    "byPersonId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "VoiceResponse" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "voiceCode" TEXT NOT NULL,
    "actionCode" TEXT,
    "text" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "VoiceResponse_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "to" JSON NOT NULL,
    "message" JSON NOT NULL,
    "replaces" TEXT,
    "state" TEXT NOT NULL,
    "promisedAt" TIMESTAMPTZ(3) NOT NULL,
    "firstDueAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "platformMessageId" TEXT,
    "trouble" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "partnershipId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("partnershipId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "partnershipId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT,
    "platform" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSON NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("partnershipId","sequence")
);

-- CreateTable
CREATE TABLE "Setting" (
    "partnershipId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSON NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("partnershipId","name")
);

-- CreateTable
CREATE TABLE "OpenQuestion" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSON NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "OpenQuestion_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateTable
CREATE TABLE "InboxReceipt" (
    "partnershipId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboxReceipt_pkey" PRIMARY KEY ("partnershipId","key")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "partnershipId" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "result" TEXT,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("partnershipId","job","slot")
);

-- CreateTable
CREATE TABLE "ConversationPost" (
    "partnershipId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "message" JSON NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "onlyForPersonId" TEXT,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "ConversationPost_pkey" PRIMARY KEY ("partnershipId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Partnership_code_key" ON "Partnership"("code");

-- CreateIndex
CREATE UNIQUE INDEX "PlanRevision_partnershipId_number_key" ON "PlanRevision"("partnershipId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Person_partnershipId_email_key" ON "Person"("partnershipId", "email");

-- CreateIndex
CREATE INDEX "Account_partnershipId_personId_idx" ON "Account"("partnershipId", "personId");

-- CreateIndex
CREATE INDEX "Account_platform_tenantId_userId_idx" ON "Account"("platform", "tenantId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_partnershipId_platform_tenantId_userId_key" ON "Account"("partnershipId", "platform", "tenantId", "userId");

-- CreateIndex
CREATE INDEX "Role_partnershipId_personId_idx" ON "Role"("partnershipId", "personId");

-- CreateIndex
CREATE INDEX "Absence_partnershipId_personId_idx" ON "Absence"("partnershipId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Cycle_partnershipId_month_key" ON "Cycle"("partnershipId", "month");

-- CreateIndex
CREATE UNIQUE INDEX "Prompt_partnershipId_month_personId_key" ON "Prompt"("partnershipId", "month", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionUpdate_partnershipId_month_actionCode_version_key" ON "ActionUpdate"("partnershipId", "month", "actionCode", "version" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "MeasureValue_partnershipId_measureCode_series_periodKind_pe_key" ON "MeasureValue"("partnershipId", "measureCode", "series", "periodKind", "periodKey", "version" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Moderation_partnershipId_month_actionCode_version_key" ON "Moderation"("partnershipId", "month", "actionCode", "version" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Digest_partnershipId_month_audience_number_key" ON "Digest"("partnershipId", "month", "audience", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_partnershipId_platform_tenantId_channelId_key" ON "Channel"("partnershipId", "platform", "tenantId", "channelId");

-- CreateIndex
CREATE INDEX "Delivery_partnershipId_promisedAt_sequence_idx" ON "Delivery"("partnershipId", "promisedAt", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_partnershipId_key_key" ON "Delivery"("partnershipId", "key");

-- CreateIndex
CREATE INDEX "OpenQuestion_partnershipId_personId_answeredAt_idx" ON "OpenQuestion"("partnershipId", "personId", "answeredAt");

-- CreateIndex
CREATE INDEX "ConversationPost_partnershipId_conversation_sequence_idx" ON "ConversationPost"("partnershipId", "conversation", "sequence");

-- AddForeignKey
ALTER TABLE "PlanRevision" ADD CONSTRAINT "PlanRevision_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_partnershipId_personId_fkey" FOREIGN KEY ("partnershipId", "personId") REFERENCES "Person"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_partnershipId_personId_fkey" FOREIGN KEY ("partnershipId", "personId") REFERENCES "Person"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_partnershipId_personId_fkey" FOREIGN KEY ("partnershipId", "personId") REFERENCES "Person"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionUpdate" ADD CONSTRAINT "ActionUpdate_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureValue" ADD CONSTRAINT "MeasureValue_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Moderation" ADD CONSTRAINT "Moderation_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoiceResponse" ADD CONSTRAINT "VoiceResponse_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditHead" ADD CONSTRAINT "AuditHead_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Setting" ADD CONSTRAINT "Setting_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenQuestion" ADD CONSTRAINT "OpenQuestion_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxReceipt" ADD CONSTRAINT "InboxReceipt_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobRun" ADD CONSTRAINT "JobRun_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationPost" ADD CONSTRAINT "ConversationPost_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
