-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "byMention" BOOLEAN NOT NULL DEFAULT false;
