-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "soFar" TEXT;
