package org.guiche.accounts;

/**
 * A person's place in a group, valid now.
 *
 * @param wholeGroup sees every ticket of the group: a company's manager, a partner's general user
 */
public record Membership(long groupId, GroupKind kind, String groupName, boolean wholeGroup) {}
