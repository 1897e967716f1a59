package org.guiche.bench;

import java.util.List;
import java.util.SplittableRandom;

/** What people write to a help desk, in Portuguese, drawn from a random source; the same source writes the same. */
final class Prose {

    /** Stands in about half of all messages. */
    static final String COMMON_WORD = "pedido";

    /** Stands in a dozen messages, at any size. */
    static final String RARE_WORD = "ornitorrinco";

    private static final List<String> SUBJECTS = List.of(
            "Erro ao %acao% no %modulo%",
            "%modulo% não carrega desde %hora%",
            "Produto %produto% aparece sem estoque na loja",
            "Diferença de valor no %documento% %numero%",
            "Pedido %numero% parado em separação",
            "Dúvida sobre %modulo% e %documento%",
            "Cupom %cupom% recusado no fechamento da compra",
            "Liberar acesso de %nome% ao %modulo%",
            "Frete da %transportadora% não aparece para %cidade%",
            "Ajuste no texto da página de %produto%",
            "Integração com o %modulo% devolve erro 500",
            "Segunda via do %documento% %numero%");

    private static final List<String> QUESTIONS = List.of(
            "Bom dia, equipe. Desde %hora% não conseguimos %acao% no %modulo%, e a tela fica carregando sem terminar.",
            "O pedido %numero%, de um cliente de %cidade%, foi pago ontem e continua como aguardando pagamento.",
            "Já limpamos o cache, trocamos de navegador e testamos em outro computador, sempre com o mesmo resultado.",
            "A mensagem que aparece é: “operação não permitida para o usuário %nome%”.",
            "Precisamos de uma solução ainda hoje, porque a campanha de %produto% começa amanhã às oito da manhã.",
            "Segue em anexo a captura da tela com o erro e o relatório exportado do %modulo%.",
            "O cupom %cupom% deveria dar dez por cento de desconto, mas o carrinho cobra o valor cheio.",
            "No cadastro de %produto% o peso está certo, porém o frete da %transportadora% sai três vezes mais caro.",
            "Isso acontece com todos os nossos vendedores da filial de %cidade%, não só comigo.",
            "Conferimos o %documento% %numero% e a soma dos itens não fecha com o total, faltam R$ %valor%.",
            "Poderiam, por favor, verificar se houve alguma mudança na configuração do %modulo% esta semana?",
            "Quando o cliente escolhe boleto, o pedido é criado duas vezes e a segunda cobrança fica em aberto.",
            "O estoque de %produto% foi atualizado na planilha, mas a vitrine ainda mostra indisponível.",
            "Se precisarem de mais detalhes, falem com %nome%, que acompanha a operação em %cidade%.");

    private static final List<String> ANSWERS = List.of(
            "Olá, %nome%. Obrigado por nos avisar. Reproduzimos o problema no %modulo% e já encontramos a causa.",
            "A regra de %acao% estava ligada só para a filial de %cidade%; corrigimos e pedimos que teste novamente.",
            "Reprocessamos o pedido %numero% e ele já segue para a %transportadora%, com entrega prevista para %hora%.",
            "O %documento% %numero% foi emitido de novo, com a diferença de R$ %valor% lançada como crédito.",
            "O cupom %cupom% vencia à meia-noite no horário de Brasília; estendemos a validade até o fim do mês.",
            "Para que isso não se repita, criamos um alerta que nos avisa quando a fila do %modulo% passa de cem itens.",
            "Por gentileza, envie o número do pedido e o horário em que tentou %acao%, para localizarmos o registro.",
            "Enquanto a correção não é publicada, dá para %acao% pelo menu lateral, na opção “%produto%”.",
            "Conferimos com a equipe responsável e a configuração atual está de acordo com o contrato.",
            "Ficamos à disposição. Se tudo estiver certo, o chamado será encerrado automaticamente em dois dias úteis.");

    private static final List<String> NOTES = List.of(
            "Cliente confirmou por telefone que voltou a funcionar às %hora%.",
            "Pode encerrar, conseguimos %acao% normalmente agora. Muito obrigado pela rapidez!",
            "Nota: a causa foi a mesma do incidente da semana passada com a %transportadora%; ver o histórico do %modulo%.",
            "Testei aqui em %cidade% e o valor de R$ %valor% aparece certo no %documento%.",
            "Perfeito, o pedido %numero% chegou ao cliente hoje de manhã.",
            "Falei com %nome%: a mudança no %modulo% entra na próxima publicação.");

    private static final List<List<String>> WORDS = List.of(
            List.of(
                    "acao",
                    "importar produtos",
                    "emitir a nota",
                    "finalizar a compra",
                    "alterar o preço",
                    "publicar o banner",
                    "exportar o relatório",
                    "cancelar a assinatura",
                    "editar o cadastro",
                    "conciliar os pagamentos",
                    "aprovar o orçamento",
                    "imprimir a etiqueta",
                    "anexar o contrato"),
            List.of(
                    "modulo",
                    "painel de vendas",
                    "catálogo",
                    "carrinho",
                    "gerenciador de promoções",
                    "ERP",
                    "módulo fiscal",
                    "portal do parceiro",
                    "aplicativo",
                    "marketplace",
                    "checkout",
                    "estoque central",
                    "agendador de entregas",
                    "cadastro de clientes",
                    "motor de busca"),
            List.of(
                    "produto",
                    "cafeteira Serra",
                    "jogo de lençóis Algodão",
                    "tênis Trilha",
                    "mochila Cerrado",
                    "luminária Lua",
                    "panela de ferro Fogo Alto",
                    "cadeira Varanda",
                    "bicicleta Orla",
                    "vaso Marajó",
                    "rede Sertaneja",
                    "fogareiro Pampa",
                    "kit de jardinagem",
                    "tapete Araucária"),
            List.of(
                    "documento",
                    "boleto",
                    "relatório de comissões",
                    "pedido de compra",
                    "extrato",
                    "comprovante",
                    "orçamento",
                    "nota fiscal",
                    "contrato"),
            List.of(
                    "cidade",
                    "Belo Horizonte",
                    "São José dos Campos",
                    "Florianópolis",
                    "Maceió",
                    "Ribeirão Preto",
                    "Goiânia",
                    "Teresina",
                    "Uberlândia",
                    "Niterói",
                    "Chapecó",
                    "Petrolina",
                    "Londrina",
                    "Santarém"),
            List.of(
                    "nome",
                    "Letícia",
                    "João Vítor",
                    "Conceição",
                    "Rubens",
                    "Inês",
                    "Otávio",
                    "Márcia",
                    "Davi",
                    "Tainá",
                    "Ulisses",
                    "Benedita",
                    "Caio",
                    "Yasmin",
                    "Severino",
                    "Mônica"),
            List.of("transportadora", "Rota Azul", "Expresso Ipê", "Veloz Cargas", "Entrega Certa", "Caravela Log"),
            List.of("cupom", "BEMVINDO10", "FRETEGRATIS", "PRIMAVERA", "CLIENTE5", "SEGUNDAFEIRA"));

    private Prose() {}

    static String subject(SplittableRandom random) {
        return sentence(SUBJECTS, random);
    }

    static String question(SplittableRandom random) {
        return sentences(QUESTIONS, 3 + random.nextInt(3), random);
    }

    static String answer(SplittableRandom random) {
        return sentences(ANSWERS, 2 + random.nextInt(3), random);
    }

    static String note(SplittableRandom random) {
        return sentences(NOTES, 1 + random.nextInt(2), random);
    }

    private static String sentences(List<String> stock, int count, SplittableRandom random) {
        var text = new StringBuilder(count * 120);
        var first = random.nextInt(stock.size());
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ");
            fill(stock.get((first + i * 3) % stock.size()), random, text);
        }
        return text.toString();
    }

    private static String sentence(List<String> stock, SplittableRandom random) {
        var text = new StringBuilder(120);
        fill(stock.get(random.nextInt(stock.size())), random, text);
        return text.toString();
    }

    private static void fill(String pattern, SplittableRandom random, StringBuilder to) {
        var from = 0;
        for (var open = pattern.indexOf('%'); open >= 0; open = pattern.indexOf('%', from)) {
            var close = pattern.indexOf('%', open + 1);
            to.append(pattern, from, open).append(word(pattern.substring(open + 1, close), random));
            from = close + 1;
        }
        to.append(pattern, from, pattern.length());
    }

    private static String word(String slot, SplittableRandom random) {
        return switch (slot) {
            case "numero" -> Integer.toString(100_000 + random.nextInt(900_000));
            case "valor" -> (1 + random.nextInt(4000)) + "," + (10 + random.nextInt(90));
            case "hora" -> (7 + random.nextInt(12)) + "h" + (10 + random.nextInt(50));
            default -> choice(slot, random);
        };
    }

    private static String choice(String slot, SplittableRandom random) {
        for (var words : WORDS) {
            if (words.get(0).equals(slot)) {
                return words.get(1 + random.nextInt(words.size() - 1));
            }
        }
        throw new IllegalArgumentException(slot);
    }
}
