package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.units.FieldKind;
import org.guiche.units.FormDesign;
import org.guiche.units.FormDrafts;

/** What is done to the form as a whole and to its fields, by mouse or by key: the page sends the act and what it is about. */
@Named
@RequestScoped
public class FormActs {

    private static final String CASCADE = "CASCADE";

    @Inject
    FormDesk desk;

    @Inject
    FormConditions conditions;

    @Inject
    FormOptions options;

    @Inject
    FormDrafts drafts;

    @Inject
    CurrentUser user;

    /** Does what the page asks for; refuses what nobody can do, and leaves the draft as it was then. */
    public void act() {
        var act = desk.parameter("act");
        if (act.startsWith("row-")) {
            conditions.act(act);
        } else if (act.startsWith("option-")) {
            options.act(act);
        } else if (act.startsWith("draft-")) {
            ofDraft(act);
        } else {
            ofField(act, desk.parameter("key"));
        }
    }

    private void ofField(String act, String key) {
        switch (act) {
            case "choose" -> desk.choose(key);
            case "add" -> add(number("at"), desk.parameter("kind"));
            case "move" -> move(key, number("at"));
            case "up" -> move(key, desk.place(key) - 1);
            case "down" -> move(key, desk.place(key) + 2);
            case "copy" -> {
                desk.change(design -> design.duplicate(key));
                desk.choose(at(desk.place(key) + 1));
            }
            case "remove" -> remove(key);
            default -> {
                // the page's own script knows no other
            }
        }
    }

    private int number(String name) {
        var written = desk.parameter(name);
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : Integer.MAX_VALUE;
    }

    private String at(int place) {
        var fields = desk.getDraft().design().fields();
        return fields.isEmpty()
                ? ""
                : fields.get(Math.min(Math.max(place, 0), fields.size() - 1)).key();
    }

    private void add(int place, String kind) {
        desk.change(design -> added(design, kind, place));
        desk.choose(at(place));
    }

    private static FormDesign added(FormDesign design, String kind, int place) {
        if (kind.equals(CASCADE)) {
            return design.addCascade(Texts.get("units.kind.cascade"), place);
        }
        return Arrays.stream(FieldKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .map(one -> design.add(one, Texts.get(FieldLooks.label(one)), place))
                .orElse(design);
    }

    private void move(String key, int place) {
        desk.change(design -> design.move(key, place));
        desk.choose(key);
    }

    private void remove(String key) {
        var place = desk.place(key);
        desk.change(design -> design.remove(key));
        desk.choose(at(place));
    }

    private void ofDraft(String act) {
        desk.seen();
        switch (act) {
            case "draft-undo" -> desk.keep(drafts.undo(user.get(), desk.getDraft()));
            case "draft-discard" -> desk.keep(drafts.discard(user.get(), desk.getDraft()));
            default -> desk.choose("");
        }
    }

    /** Takes the version that is looked at as the draft, and shows that. */
    public String begin() {
        var form = desk.getForm();
        desk.change(design -> design.as(form));
        return address();
    }

    /** Publishes the draft under the number that the page said, and shows the page again. */
    public String publish() {
        desk.seen();
        var number = drafts.publish(user.get(), desk.getDraft(), desk.getDraft().number());
        return address() + "&published=" + number;
    }

    private String address() {
        return "/units/form?faces-redirect=true&unit=" + desk.getDraft().unit().key();
    }
}
