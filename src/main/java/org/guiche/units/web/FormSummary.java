package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.units.FormChanges;

/** What publishing the draft would change, looked up once somebody is about to. */
@Named
@RequestScoped
public class FormSummary {

    @Inject
    FormDesk desk;

    private boolean isAsked;

    /** Somebody wants to know. */
    public void ask() {
        desk.seen();
        isAsked = true;
    }

    /** Whether somebody has looked at it: then the page may publish too. */
    public boolean isAsked() {
        return isAsked || desk.parameter("asked").equals("true");
    }

    public List<String> getChanges() {
        var design = desk.getDraft().design();
        return FormChanges.between(design.published(), design.form());
    }
}
