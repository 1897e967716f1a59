package org.guiche.attachments;

import java.util.Set;
import org.guiche.shared.RuleViolation;

/** Which files may come in: by last extension, case aside, and size in bytes (PRODUCT section 6, S1-09, S1-11). */
public record AllowedFiles(Set<String> extensions, long maxBytes) {

    /** The product's own list, 10 MB each. */
    public static final AllowedFiles DEFAULT = new AllowedFiles(
            Set.of(
                    "jpg", "jpeg", "gif", "png", "cdr", "psd", "ai", "raw", "rar", "zip", "exe", "doc", "docx", "xls",
                    "xlsx", "ppt", "pptx", "txt", "csv", "pdf", "eps", "cst", "css", "iso", "mov", "mp4"),
            10L * 1024 * 1024);

    public AllowedFiles {
        extensions = Set.copyOf(extensions);
    }

    /** Refuses a name whose last ending is not permitted; how it is written does not matter. */
    void check(FileName name) {
        if (!extensions.contains(name.extension())) {
            throw RuleViolation.of(SentFile.PART, "attachments.type.refused", name.value());
        }
    }
}
