// What PrimeFaces' components say, in Portuguese.
(function () {
  'use strict';

  if (!window.PrimeFaces || !window.jQuery) {
    return;
  }
  const spoken = jQuery.extend(true, {}, PrimeFaces.locales.en_US || {}, {
    accept: 'Confirmar',
    reject: 'Cancelar',
    choose: 'Escolher',
    upload: 'Enviar',
    cancel: 'Cancelar',
    clear: 'Limpar',
    today: 'Hoje',
    passwordPrompt: 'Escreva uma senha',
    emptyMessage: 'Nada encontrado',
    emptyFilterMessage: 'Nenhuma opção com esse nome',
    emptySearchMessage: 'Nada encontrado',
    searchMessage: 'Resultados: {0}',
    filter: 'Filtrar',
    aria: {
      close: 'Fechar',
      collapseLabel: 'Recolher',
      expandLabel: 'Abrir',
      firstPageLabel: 'Primeira página',
      lastPageLabel: 'Última página',
      nextPageLabel: 'Próxima página',
      prevPageLabel: 'Página anterior',
      pageLabel: 'Página {page}',
      rowsPerPageLabel: 'Linhas por página',
      listLabel: 'Opções',
      navigation: 'Navegação',
      next: 'Próximo',
      previous: 'Anterior',
      nullLabel: 'Nada escolhido',
      selectAll: 'Tudo escolhido',
      unselectAll: 'Nada escolhido',
      selectLabel: 'Escolhido',
      unselectLabel: 'Não escolhido',
      trueLabel: 'Sim',
      falseLabel: 'Não',
      passwordHide: 'Esconder senha',
      passwordShow: 'Mostrar senha',
      'switch.ON': 'Ligado',
      'switch.OFF': 'Desligado',
      'datatable.sort.ASC': 'ordenar do menor para o maior',
      'datatable.sort.DESC': 'ordenar do maior para o menor',
      'datatable.sort.NONE': 'tirar a ordem',
      'messages.INFO': 'Aviso',
      'messages.WARN': 'Atenção',
      'messages.ERROR': 'Erro',
      'messages.FATAL': 'Erro',
    },
  });
  ['en', 'en_US', 'pt', 'pt_BR', 'pt-BR'].forEach(function (name) {
    PrimeFaces.locales[name] = spoken;
  });
})();
