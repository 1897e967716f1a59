package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.units.Forms.definition;

import java.util.List;
import java.util.Map;
import org.guiche.units.Spreadsheet.Line;
import org.guiche.units.Spreadsheet.Read;
import org.junit.jupiter.api.Test;

/** Options pasted from a spreadsheet: what fits is read, and each line that does not says why. */
class SpreadsheetTest {

    private static final List<Sector> SECTORS = List.of(
            new Sector(1, "marketing", "Marketing", QueueOrder.FIFO),
            new Sector(2, "envio", "Envio e frete", QueueOrder.FIFO));

    private static final RequestForm FORM = definition("""
            {'fields': [
              {'key': 'produto', 'label': 'Produto', 'kind': 'SINGLE_CHOICE', 'options': [{'value': 'LOJA', 'label': 'A Loja'}, {'value': 'hub', 'label': 'Hub'}]},
              {'key': 'modulo', 'label': 'Módulo', 'kind': 'SINGLE_CHOICE', 'options': [
                {'value': 'cupons', 'label': 'Cupons', 'help': 'E vales.', 'when': {'field': 'produto', 'in': ['LOJA']}},
                {'value': 'velho', 'label': 'Velho', 'when': {'field': 'produto', 'in': ['LOJA']}}]}],
             'routing': {'field': 'modulo', 'sectors': {'velho': 'envio'}}}""");

    private final OptionDesign modules = new FormDesign(FORM, FORM).options("modulo");
    private final OptionDesign products = new FormDesign(FORM, FORM).options("produto");

    private static Read read(OptionDesign options, String text) {
        return new Spreadsheet(options, SECTORS).read(text);
    }

    private static List<String> said(Read read) {
        return read.lines().stream()
                .map(line -> (line.parent() == null ? "-" : line.parent().value()) + "/" + line.label() + "/"
                        + (line.sector() == null ? "-" : line.sector().key()))
                .toList();
    }

    @Test
    void columnsCopiedFromASpreadsheetAreParentOptionAndSector() {
        var read = read(
                modules,
                "Produto\tMódulo\tSetor\nA Loja\tCupons\tMarketing\na loja\tFrete\tenvio e frete\n\nHub\tAnúncios\t\n");

        assertThat(read.problems()).isEmpty();
        assertThat(said(read)).containsExactly("LOJA/Cupons/marketing", "LOJA/Frete/envio", "hub/Anúncios/-");
    }

    @Test
    void semicolonsAndCommasAndQuotesAreReadToo() {
        assertThat(said(read(modules, "LOJA;\"Pix; boleto\";envio\r\nhub;\"Diz \"\"oi\"\"\"")))
                .containsExactly("LOJA/Pix; boleto/envio", "hub/Diz \"oi\"/-");
        assertThat(said(read(modules, "Hub,Estoque,Marketing"))).containsExactly("hub/Estoque/marketing");
        assertThat(said(read(products, "Impulse\nHub"))).containsExactly("-/Impulse/-", "-/Hub/-");
    }

    @Test
    void eachLineThatDoesNotFitSaysWhy() {
        var read = read(modules, """
                Nada\tCupons\tMarketing
                \tCupons
                A Loja\t\tMarketing
                A Loja\tCupons\tVendas
                A Loja\tCupons\tMarketing
                A Loja\tCupons\tMarketing
                Hub\tCupons\tEnvio e frete
                A Loja\tLonge\tMarketing\tsobra
                A Loja\t%s""".formatted("x".repeat(201)));

        assertThat(said(read)).containsExactly("LOJA/Cupons/marketing");
        assertThat(read.problems())
                .containsExactly(
                        "Linha 1: “Nada” não é uma opção de “Produto”.",
                        "Linha 2: falta a opção de “Produto” na primeira coluna.",
                        "Linha 3: falta a opção.",
                        "Linha 4: o setor “Vendas” não existe.",
                        "Linha 6: repete a linha 5.",
                        "Linha 7: “Cupons” já vai para outro setor numa linha acima.",
                        "Linha 8: há mais de 3 colunas preenchidas.",
                        "Linha 9: a opção passa de 200 letras.");
    }

    @Test
    void onlyFiveHundredOptionsFit() {
        var text = new StringBuilder();
        for (var i = 0; i < 502; i++) {
            text.append("Hub\tOpção ").append(i).append('\n');
        }
        var read = read(modules, text.toString());

        assertThat(read.lines()).hasSize(500);
        assertThat(read.problems()).containsExactly("Linha 501: São mais de 500.", "Linha 502: São mais de 500.");
    }

    @Test
    void whatIsPastedStandsInsteadAndKeepsTheValuesOfTheSameNames() {
        var lines = read(modules, "Hub\tCupons\tMarketing\nA Loja\tCupons\tMarketing\nHub\tEstoque")
                .lines();
        var pasted = modules.paste(lines, true);

        var options = pasted.options("modulo");
        assertThat(options.all()).extracting(Option::value).containsExactly("cupons", "Estoque");
        assertThat(options.of("LOJA")).extracting(Option::value).containsExactly("cupons");
        assertThat(options.of("hub")).extracting(Option::value).containsExactly("cupons", "Estoque");
        assertThat(options.all().get(0).help()).isEqualTo("E vales.");
        assertThat(pasted.form().routing()).isEqualTo(new Routing("modulo", Map.of("cupons", "marketing")));
        assertThat(FormCheck.problems(pasted.form())).isEmpty();
    }

    @Test
    void orBesidesWhatThereIs() {
        var pasted =
                modules.paste(List.of(new Line(FORM.fields().get(0).options().get(1), "Estoque", null)), false);

        assertThat(pasted.options("modulo").all())
                .extracting(Option::value)
                .containsExactly("cupons", "velho", "Estoque");
        assertThat(pasted.form().routing()).isEqualTo(FORM.routing());
    }
}
