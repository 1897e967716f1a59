package org.guiche.attachments;

import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.RuleViolation;

/** Which files may come in: by last extension, case aside, and size in bytes (PRODUCT section 6, S1-09, S1-11). */
public record AllowedFiles(Set<String> extensions, long maxBytes) {

    /** The product's own list, 10 MB each. */
    public static final AllowedFiles DEFAULT = new AllowedFiles(
            Set.of(
                    "jpg", "jpeg", "gif", "png", "cdr", "psd", "ai", "raw", "rar", "zip", "exe", "doc", "docx", "xls",
                    "xlsx", "ppt", "pptx", "txt", "csv", "pdf", "eps", "cst", "css", "iso", "mov", "mp4"),
            10L * 1024 * 1024);

    private static final int MEGABYTE = 1024 * 1024;

    /** These extensions; the product's own list where there are none. */
    public static AllowedFiles of(Set<String> extensions) {
        return extensions.isEmpty() ? DEFAULT : new AllowedFiles(extensions, DEFAULT.maxBytes());
    }

    public AllowedFiles {
        extensions = Set.copyOf(extensions);
    }

    /** Refuses a name whose last ending is not permitted; how it is written does not matter. */
    void check(FileName name) {
        if (!extensions.contains(name.extension())) {
            throw RuleViolation.of(
                    SentFile.PART, "attachments.type.refused", name.value(), list(), maxBytes / MEGABYTE);
        }
    }

    /** Whether a file that is here already may go on to where these are the permitted ones. */
    public boolean permits(StoredFile file) {
        return extensions.contains(new FileName(file.name()).extension());
    }

    /** {@code .csv .pdf .png}, by the alphabet. */
    public String list() {
        return extensions.stream().sorted().map(ending -> "." + ending).collect(Collectors.joining(" "));
    }
}
