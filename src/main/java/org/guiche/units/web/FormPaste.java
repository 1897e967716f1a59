package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.shared.RuleViolation;
import org.guiche.units.Sectors;
import org.guiche.units.Spreadsheet;
import org.jspecify.annotations.Nullable;

/** Options pasted from a spreadsheet: shown first, then taken. */
@Named
@RequestScoped
public class FormPaste {

    @Inject
    FormDesk desk;

    @Inject
    FormOptions options;

    @Inject
    Sectors sectors;

    private String text = "";
    private boolean besides;
    private Spreadsheet.@Nullable Read read;

    /** Reads what stands there; nothing changes. */
    public void preview() {
        read = new Spreadsheet(options.design(), sectors.all()).read(text);
    }

    /** Takes the lines that fit; refuses where none does. */
    public void take() {
        preview();
        var lines = getRead() == null ? List.<Spreadsheet.Line>of() : getRead().lines();
        if (lines.isEmpty()) {
            throw RuleViolation.of("rows", "units.paste.none");
        }
        desk.change(design -> design.options(desk.getChosen()).paste(lines, !besides));
        text = "";
        read = null;
    }

    public Spreadsheet.@Nullable Read getRead() {
        return read;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public boolean isBesides() {
        return besides;
    }

    public void setBesides(boolean besides) {
        this.besides = besides;
    }
}
