-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "emptiedAt" TIMESTAMPTZ(3);
