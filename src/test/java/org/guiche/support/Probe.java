package org.guiche.support;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.FieldError;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.web.Ruler;
import org.guiche.shared.web.Ruler.Day;
import org.guiche.shared.web.Ruler.Kind;
import org.guiche.shared.web.Ruler.Part;

/** Backs the pages of {@code src/test/resources/probe}, which hold one of each tag and fail in every way a page can. */
@Named
@ViewScoped
public class Probe implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String SECRET = "jdbc:postgresql://secret";

    private final Map<String, Object> typed = new HashMap<>(Map.of("emails", new ArrayList<String>()));
    private int saves;

    /** A field as the forms engine describes it. */
    public record Field(String key, String label, String kind, boolean required, String help) {}

    /** A field and what it offers. */
    public record Question(Field field, List<SelectItem> options) {}

    /** What was typed so far, by field. */
    public Map<String, Object> getTyped() {
        return typed;
    }

    public List<SelectItem> getFew() {
        return items(3);
    }

    public List<SelectItem> getMany() {
        return items(14);
    }

    private static List<SelectItem> items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new SelectItem("o" + n, "Opção " + n))
                .toList();
    }

    /** One question of each kind; the project is asked once the first service is chosen. */
    public List<Question> getQuestions() {
        return Stream.of("TEXT", "NUMBER", "DATE", "BOOLEAN", "MULTIPLE_CHOICE", "CPF", "SERVICE", "PROJECT")
                .filter(kind -> !kind.equals("PROJECT") || "o1".equals(typed.get("SERVICE")))
                .map(kind -> new Question(new Field(kind, "Pergunta " + kind, kind, true, ""), getFew()))
                .toList();
    }

    public Ruler getRuler() {
        return new Ruler(
                List.of(
                        new Day(
                                "qua",
                                "19/11",
                                Kind.OPEN,
                                List.of(new Part(62, 71, true), new Part(71, 100, false)),
                                null),
                        new Day("qui", "feriado", Kind.HOLIDAY, List.of(), null),
                        new Day("sex", "21/11", Kind.OPEN, List.of(new Part(0, 100, false)), null),
                        new Day("sáb", "", Kind.OFF, List.of(), null),
                        new Day("seg", "13h20", Kind.OPEN, List.of(new Part(0, 51, false)), 51.0)),
                "16 horas úteis: 3h10 na quarta, 8h30 na sexta, 4h20 na segunda; quinta é feriado");
    }

    public int getSaves() {
        return saves;
    }

    /** What the autosave calls. */
    public void save() {
        saves++;
    }

    /** Says that it worked. */
    public void send() {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage("Resposta enviada"));
    }

    /** Refuses the whole. */
    public void refuse() {
        throw new RuleViolation("shared.too-many", 30);
    }

    /** Refuses two fields. */
    public void refuseFields() {
        throw RuleViolation.of(List.of(
                new FieldError("subject", "shared.required"),
                new FieldError("answers.CPF", "shared.cpf.invalid"),
                new FieldError("description", "shared.required")));
    }

    /** Fails as a defect does. */
    public void fail() {
        throw new IllegalStateException(SECRET);
    }

    /** Fails before anything is shown, as the address asks for. */
    public void enter() {
        switch (asked()) {
            case "denied" -> throw new AccessDenied("tickets.desk.denied");
            case "missing" -> throw new NotFound("shared.not-found");
            case "broken" -> throw new IllegalStateException(SECRET);
            default -> save();
        }
    }

    /** Fails when half of the page is made. */
    public String getLate() {
        if (asked().equals("late")) {
            throw new IllegalStateException(SECRET);
        }
        return "";
    }

    private static String asked() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("fault", "");
    }
}
