/** What is said of links that hold a request, in English. */
export const en = {
  from: 'Request of {person} in {workspace}, as the link has it. Check it: only “Next” makes anything.',
  fromNobody: 'Filled in from a link. Check it: only “Next” makes anything.',
  legend: 'Marked like this: from the link.',
  before: 'What you had typed is kept.',
  back: 'Back to it',
  malformed:
    'The link holds no request that can be read: it was changed, cut off or made by another version. The form stays as it was. Copy the whole link, or fill the form in by hand.',
  elsewhere:
    'The link is for {origin}. The form stays as it was. Open that page and click the icon there.',
  made: 'A token was made here from the link in the address of this page. To make another, fill the form in, or paste the link into “Name”.',
  deliver:
    'For {person}: copy the token and hand it in by “Deliver” in Slack. Press “Save” here once Slack says that it is delivered.',
  saved: 'For {person}: if you have not handed the token in by “Deliver” in Slack, do so now.',
  share: {
    label: 'Link',
    paste: 'Paste a link into “Name”, and the form is filled in.',
    hint: 'A copy holds what is asked for and no token: a link to this page, or a command for Slack.',
    link: 'Copy as link',
    command: 'Copy as command',
    copied: 'Copied.',
    notCopied:
      'Not copied: something is missing in the form or would be refused, or its texts are too long for it.',
  },
};

/** Every text that each language has. */
export type LinkTexts = typeof en;
