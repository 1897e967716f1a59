package org.guiche.attachments;

import java.util.Locale;
import java.util.Set;

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

    boolean allows(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }
}
