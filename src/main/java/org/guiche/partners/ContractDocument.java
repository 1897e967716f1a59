package org.guiche.partners;

import java.time.Instant;
import org.guiche.attachments.StoredFile;

/** The signed contract, as it was sent: name, size and SHA-256 are the file's. */
public record ContractDocument(StoredFile file, Signature signature, Instant addedAt) {}
