-- Invitations that a rule holds until a date leave by themselves when it comes: the sweep of each minute looks here.
create index invitation_held_until on invitation (org_id, held_until) where state = 'held' and held_until is not null;
