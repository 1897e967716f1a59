package org.guiche.partners;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiche.shared.Texts;

/**
 * A column of a file to bring in.
 *
 * @param needed whether no line can do without it
 * @param names what its heading may be, in small letters without accents, blanks and signs
 */
public record ImportColumn(String key, boolean needed, Set<String> names) {

    static final List<ImportColumn> COMPANIES = List.of(
            needed("name", "nome", "empresa", "razaosocial", "nomedaempresa", "nomefantasia", "cliente"),
            of("cnpj", "cnpj", "cnpjdaempresa"),
            of("address", "endereco"),
            of("domains", "dominios", "dominio", "dominiosdeemail", "dominiodeemail", "dominiosdemail"),
            of("active", "ativa", "ativo", "situacao"));

    static final List<ImportColumn> PEOPLE = List.of(
            needed("name", "nome", "nomecompleto", "pessoa", "contato"),
            needed("email", "email", "mail", "correioeletronico", "enderecodeemail"),
            of("cpf", "cpf"),
            of("phone", "telefone", "fone", "celular", "whatsapp", "telefonecelular"),
            needed("company", "empresa", "cnpj", "cnpjdaempresa", "empresaoucnpj", "cliente"),
            of("manager", "gestor", "gestora", "gestordaempresa", "responsavel"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static ImportColumn needed(String key, String... names) {
        return new ImportColumn(key, true, Set.of(names));
    }

    static ImportColumn of(String key, String... names) {
        return new ImportColumn(key, false, Set.of(names));
    }

    /** What people call it. */
    public String label() {
        return Texts.get("partners.import.column." + key);
    }

    boolean isCalled(String heading) {
        return names.contains(SIGNS.matcher(plain(heading)).replaceAll(""));
    }

    /** In small letters, without accents and blanks around it: the same for whoever reads it. */
    static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
