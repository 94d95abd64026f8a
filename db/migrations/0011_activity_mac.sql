-- A keyed hash of each row, and of each seal: who writes into the database without the installation's secret cannot
-- make a row that verifies, nor a new chain.
alter table activity add column mac bytea not null;
