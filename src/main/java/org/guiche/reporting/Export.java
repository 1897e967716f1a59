package org.guiche.reporting;

import java.io.IOException;
import java.io.OutputStream;
import org.guiche.sheets.Format;

/** A report of which the first figures are there: whoever asked may have it, and it can be sent. */
public final class Export {

    private final ReportRequest asked;
    private final Writing writing;

    /** How it is written. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    Export(ReportRequest asked, Writing writing) {
        this.asked = asked;
        this.writing = writing;
    }

    /** What it is to be saved as: {@code painel-2026-11-06-2026-11-19.csv}. */
    public String fileName() {
        var period = asked.cut().period();
        var name = asked.report() == Report.DASHBOARD ? "painel" : "chamados";
        return "%s-%s-%s.%s"
                .formatted(name, period.from(), period.to(), asked.format().word());
    }

    /** Of what kind the file is. */
    public Format format() {
        return asked.format();
    }

    /**
     * Sends it, once; the stream stays open.
     *
     * @throws RuntimeException also after the first bytes: then what was sent is not whole, and must not look so
     */
    public void writeTo(OutputStream out) throws IOException {
        writing.to(out);
    }
}
