/** What is said to whom, in whichever language, where nothing may be asked about them. */
export const NOT_INSTALLED = [
  'This app is not installed in your workspace, so nothing was done.',
  'Diese App ist in Ihrem Workspace nicht installiert, es wurde nichts getan.',
  'Questa app non è installata nella tua area di lavoro: non è stato fatto nulla.',
  'Cette app n’est pas installée dans votre espace de travail, rien n’a été fait.',
].join('\n');
