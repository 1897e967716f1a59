package org.guiche.partners;

/** What is told of the end of a contract, each once. */
enum NoticeKind {
    IN_30_DAYS,
    IN_7_DAYS,
    EXPIRED
}
