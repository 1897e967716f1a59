package org.guiche.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that tables can be had in. */
public enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf"),
    JSON("application/json");

    /** More is not read on paper, and a PDF stays in memory until its last page is known. */
    private static final int PRINTED = 5000;

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The one of that word, {@code csv}; none for any other. */
    public static Optional<Format> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** How it is asked for, and how names of files end. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** How many rows of a table it holds at most. */
    public long most() {
        return this == PDF ? PRINTED : Long.MAX_VALUE;
    }

    /** Begins a file of that kind, which goes there; the stream stays open. */
    public Sheet write(OutputStream out, Head head) throws IOException {
        return switch (this) {
            case CSV -> new CsvSheet(out, head);
            case XLSX -> new XlsxSheet(out, head);
            case PDF -> new PdfSheet(out, head);
            case JSON -> new JsonSheet(out, head);
        };
    }
}
