-- Operators made before this could not have asked for it: lists of numbers that states keep from being called.
update oauth_clients set scopes = scopes || '{block_lists:write}' where creditor_id is null and not 'block_lists:write' = any (scopes);
