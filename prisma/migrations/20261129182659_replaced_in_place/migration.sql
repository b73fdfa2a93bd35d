-- CreateIndex
CREATE INDEX "Delivery_partnershipId_replaces_idx" ON "Delivery"("partnershipId", "replaces");
