package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.guiche.units.Forms.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** Designing a form: each act gives another design, nothing is lost on the way, and what refers to a field follows it. */
class FormDesignTest {

    private static final RequestForm PUBLISHED = definition("""
            {'fields': [
              {'key': 'produto', 'label': 'Produto', 'kind': 'SINGLE_CHOICE', 'options': [{'value': 'loja', 'label': 'A loja'}, {'value': 'hub'}]},
              {'key': 'modulo', 'label': 'Módulo', 'kind': 'SINGLE_CHOICE', 'visibleWhen': {'field': 'produto', 'filled': true}, 'options': [
                {'value': 'cupons', 'when': {'field': 'produto', 'in': ['loja']}},
                {'value': 'pix', 'when': {'field': 'produto', 'in': ['loja']}},
                {'value': 'anuncios', 'when': {'field': 'produto', 'in': ['hub']}}]},
              {'key': 'pedido', 'label': 'Pedido', 'kind': 'TEXT', 'visibleWhen': {'field': 'modulo', 'in': ['pix']}}],
             'routing': {'field': 'modulo', 'sectors': {'pix': 'pagamento', 'cupons': 'marketing'}}}""");

    private final FormDesign design = new FormDesign(PUBLISHED, PUBLISHED);

    private static List<String> keys(FormDesign of) {
        return of.fields().stream().map(Field::key).toList();
    }

    private static void refuses(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void aFieldIsAddedWhereItIsDropped() {
        var added = design.add(FieldKind.NUMBER, "Número", 1);

        assertThat(keys(added)).containsExactly("produto", "numero", "modulo", "pedido");
        assertThat(added.isUnchanged()).isFalse();
        assertThat(design.isUnchanged()).isTrue();
        assertThat(keys(added.add(FieldKind.TEXT, "Número", 99))).endsWith("pedido", "numero2");
    }

    @Test
    void everyKindCanBeAddedAndPublishedAtOnce() {
        var all = design;
        for (var kind : FieldKind.values()) {
            all = all.add(kind, "Campo", 99);
        }

        assertThat(FormCheck.problems(all.form())).isEmpty();
        assertThat(FormJson.read(0, 2, FormWriting.write(all.form())).fields()).isEqualTo(all.fields());
    }

    @Test
    void aCascadeFollowsTheNearestListBeforeIt() {
        var added = design.addCascade("Lista em cascata", 3);

        var field = added.field("listaEmCascata");
        assertThat(added.options(field.key()).followed()).map(Field::key).contains("modulo");
        assertThat(field.visibleWhen()).isEqualTo(new Condition.Filled("modulo"));
        assertThat(FormCheck.problems(added.form())).isEmpty();
        assertThat(design.addCascade("Lista", 0).options("lista").followed()).isEmpty();
    }

    @Test
    void aFieldMovesToWhereItIsDroppedUpOrDown() {
        assertThat(keys(design.move("pedido", 0))).containsExactly("pedido", "produto", "modulo");
        assertThat(keys(design.move("produto", 2))).containsExactly("modulo", "produto", "pedido");
        assertThat(keys(design.move("produto", 3))).containsExactly("modulo", "pedido", "produto");
        assertThat(design.move("modulo", 1)).isEqualTo(design);
    }

    @Test
    void aCopyStandsBehindAndHasAKeyOfItsOwn() {
        var copied = design.duplicate("modulo");

        assertThat(keys(copied)).containsExactly("produto", "modulo", "moduloCopia", "pedido");
        assertThat(copied.field("moduloCopia").options())
                .isEqualTo(design.field("modulo").options());
        assertThat(keys(copied.duplicate("modulo"))).contains("moduloCopia2");
        assertThat(FormCheck.problems(copied.form())).isEmpty();
    }

    @Test
    void whatReferredToARemovedFieldIsNamedBeforePublishing() {
        var removed = design.remove("modulo");

        assertThat(removed.form().routing()).isNull();
        assertThat(FormProblems.of(removed.form(), Set.of()))
                .extracting(FormProblems.Problem::field, FormProblems.Problem::text)
                .containsExactly(
                        tuple("pedido", "“Pedido”: A condição pergunta por “modulo”, que não vem antes deste campo."));
    }

    @Test
    void aConditionOnAFieldThatMovedBehindIsNamed() {
        assertThat(FormProblems.of(design.move("produto", 3).form(), Set.of("pagamento", "marketing")))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.text())
                        .isEqualTo("“Módulo”: A condição pergunta por “Produto”, que não vem antes deste campo."));
    }

    @Test
    void aRouteToASectorThatIsGoneIsNamed() {
        assertThat(FormProblems.of(PUBLISHED, Set.of("marketing")))
                .containsExactly(new FormProblems.Problem("modulo", "“Módulo”: O setor “pagamento” não existe."));
    }

    @Test
    void theKeyOfANewFieldFollowsItsNameAndWhatRefersToItFollowsToo() {
        var added = design.add(FieldKind.SINGLE_CHOICE, "Lista", 0)
                .showWhen("produto", new Condition.Filled("lista"))
                .rename("lista", "Tipo de problema");

        assertThat(keys(added)).startsWith("tipoDeProblema");
        assertThat(added.field("produto").visibleWhen()).isEqualTo(new Condition.Filled("tipoDeProblema"));
        assertThat(added.rekey("tipoDeProblema", "tipo")
                        .rename("tipo", "Outro")
                        .field("tipo")
                        .label())
                .isEqualTo("Outro");
    }

    @Test
    void aPublishedFieldKeepsItsKey() {
        assertThat(design.rename("produto", " Sistema ").field("produto").label())
                .isEqualTo("Sistema");
        refuses("units.form.key.fixed", () -> design.rekey("produto", "sistema"));
    }

    @Test
    void whatNoFieldCouldHaveIsRefusedAtOnce() {
        var added = design.add(FieldKind.TEXT, "Texto", 3);

        refuses("units.definition.twice", () -> added.rekey("texto", "pedido"));
        refuses("units.definition.key", () -> added.rekey("texto", "número"));
        refuses("units.form.label", () -> added.rename("texto", "  "));
        refuses("units.form.label", () -> added.rename("texto", "x".repeat(121)));
        refuses("units.form.help.long", () -> added.help("texto", "x".repeat(401)));
        refuses("units.pattern.invalid", () -> added.validate("texto", Map.of("pattern", "(")));
        refuses("units.definition.range", () -> added.validate("texto", Map.of("minLength", n(9), "maxLength", n(3))));
        refuses("units.form.field.gone", () -> added.require("outro", true));
        refuses(
                "units.definition.default",
                () -> added.add(FieldKind.NUMBER, "Número", 0).begin("numero", "muitos"));
    }

    private static BigDecimal n(int number) {
        return BigDecimal.valueOf(number);
    }

    @Test
    void aDefaultIsKeptInItsNormalForm() {
        var added = design.add(FieldKind.NUMBER, "Número", 0).begin("numero", "1,50");

        assertThat(added.field("numero").defaultValue()).isEqualTo(new BigDecimal("1.5"));
        assertThat(added.begin("numero", " ").field("numero").defaultValue()).isNull();
    }

    @Test
    void optionsAreAddedToTheValueTheyFollowAndSharedByName() {
        var options = design.options("modulo");
        assertThat(options.followed()).map(Field::key).contains("produto");
        assertThat(options.of("loja")).extracting(Option::value).containsExactly("cupons", "pix");

        var more = options.add("hub", "Estoque")
                .options("modulo")
                .add("hub", "pix")
                .options("modulo");
        assertThat(more.of("hub")).extracting(Option::label).containsExactly("pix", "anuncios", "Estoque");
        assertThat(more.of("loja")).extracting(Option::value).containsExactly("cupons", "pix");
        refuses("units.definition.twice", () -> more.add("hub", "Estoque"));
        refuses("units.form.option.label", () -> more.add("hub", " "));
    }

    @Test
    void anOptionLeavesOneValueOrTheField() {
        var shared = design.options("modulo").add("hub", "pix").options("modulo");

        var once = shared.remove("pix", "loja");
        assertThat(once.options("modulo").of("hub")).extracting(Option::value).contains("pix");
        assertThat(once.options("modulo").sector("pix")).contains("pagamento");
        var gone = once.options("modulo").remove("pix", "hub");
        assertThat(gone.field("modulo").hasOption("pix")).isFalse();
        assertThat(gone.options("modulo").sector("pix")).isEmpty();
        assertThat(FormProblems.of(gone.form(), Set.of("marketing")))
                .extracting(FormProblems.Problem::text)
                .containsExactly("“Pedido”: “pix” não é uma resposta possível de “Módulo”.");
    }

    @Test
    void anOptionMovesAmongThoseShownTogether() {
        var moved = design.options("modulo").move("pix", "loja", -1).options("modulo");

        assertThat(moved.of("loja")).extracting(Option::value).containsExactly("pix", "cupons");
        assertThat(moved.move("pix", "loja", -1)).isEqualTo(moved.design());
    }

    @Test
    void aPublishedOptionKeepsItsValueAndANewOneFollowsItsName() {
        var renamed = design.options("modulo").rename("pix", "Pix e boleto");
        assertThat(renamed.field("modulo").options())
                .filteredOn(option -> option.label().equals("Pix e boleto"))
                .extracting(Option::value)
                .containsExactly("pix");

        var added = design.options("modulo")
                .add("loja", "Frete")
                .options("modulo")
                .route("Frete", "envio")
                .showWhen("pedido", new Condition.In("modulo", Set.of("Frete", "pix")))
                .options("modulo")
                .rename("Frete", "Envio");
        assertThat(added.options("modulo").sector("Envio")).contains("envio");
        assertThat(added.field("pedido").visibleWhen()).isEqualTo(new Condition.In("modulo", Set.of("Envio", "pix")));
        assertThat(FormCheck.problems(added.form())).isEmpty();
    }

    @Test
    void oneFieldAloneDecidesTheSector() {
        var routed = design.options("produto").route("loja", "suporte");

        assertThat(routed.form().routing()).isEqualTo(new Routing("produto", Map.of("loja", "suporte")));
        assertThat(routed.options("produto").route("loja", null).form().routing())
                .isNull();
        assertThat(design.options("produto").route("loja", null)).isEqualTo(design);
    }

    @Test
    void optionsMayFollowAListOrNone() {
        var free = design.options("modulo").follow(null);
        assertThat(free.options("modulo").followed()).isEmpty();
        assertThat(free.options("modulo").of(null)).hasSize(3);

        var again = free.options("modulo").follow("produto").options("modulo");
        assertThat(again.of("loja")).hasSize(3);
        assertThat(again.of("hub")).isEmpty();
    }

    @Test
    void changesAreSaidInSentences() {
        var changed = design.remove("pedido")
                .add(FieldKind.DATE, "Quando", 0)
                .rename("produto", "Sistema")
                .require("modulo", true)
                .options("modulo")
                .add("hub", "Estoque")
                .options("modulo")
                .route("Estoque", "suporte");

        assertThat(FormChanges.between(PUBLISHED, changed.form()))
                .containsExactly(
                        "Entra “Quando”.",
                        "Sai “Pedido”. Chamados antigos guardam a resposta.",
                        "“Produto” passa a se chamar “Sistema”.",
                        "“Módulo” passa a ser obrigatório.",
                        "Opções de “Módulo”: 1 a mais, 0 a menos.",
                        "“Módulo” decide o setor de outro jeito.");
        assertThat(FormChanges.between(PUBLISHED, PUBLISHED)).isEmpty();
        assertThat(FormChanges.between(PUBLISHED, design.move("pedido", 0).form()))
                .containsExactly("Os campos vêm em outra ordem.");
    }
}
