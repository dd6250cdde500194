/** The published bytes of every data file. Written by scripts/pack-*.mjs; do not edit. */

/** What a data file must be: its length in bytes and its SHA-256 in hexadecimal. */
export interface DataHash {
  readonly bytes: number;
  readonly sha256: string;
}

/** By file name, as it stands in public/data/. */
export const DATA_HASHES: Readonly<Record<string, DataHash>> = {
  'azure-conversation.bin': {
    bytes: 77460,
    sha256: '890a1a9b7e76362abca5076f55ba9943693fd710eb5edede5ceecb058f5990e7',
  },
  'azure-code.bin': {
    bytes: 35272,
    sha256: '2889e02ae7e5f3a0b55a76c09256f199f15828e37aece06dc93644ef047b7247',
  },
  'azure-tokens.bin': {
    bytes: 32000,
    sha256: 'a80afd1c6d577777f851f2155fe0d5866daf9b87984be4a99966a5b837616876',
  },
  'bike-hours.txt': {
    bytes: 17378,
    sha256: '40c6702603e6ed921302eb8306b1eaec609c3b7d78487dcf421bfde5a94e5346',
  },
  'bike-summer.bin': {
    bytes: 17472,
    sha256: '918bf63726a5d165ada2184d25b18b60386318d1e2f83264551e4c3215bcfa80',
  },
  'bike-years.bin': {
    bytes: 54094,
    sha256: 'ab48edf0cf5cec0febe691a19b7b52f7f5678ea683eb21a54bb792f185e2249a',
  },
  'hmda.bin': {
    bytes: 23800,
    sha256: '5180d8b918924a63ae0056fb02f143b28d12d91e28be9e0e4c65a9972fb458c6',
  },
  'letters.txt': {
    bytes: 30000,
    sha256: 'b5e94aae86f5cdfb10ae7222a10ce4c6fd85b8cc1aa2490fd56b4fd91299e5a5',
  },
  'lm-sizes.tsv': {
    bytes: 2622,
    sha256: '9865015e9113c373803db099d6828d243142a210eaeb355a2d46cb236460be30',
  },
  'mails.bin': {
    bytes: 72320,
    sha256: '678ce3c2caa8b004934edd0ad5800a438fde70e835b34fdd36343eee6417c5ef',
  },
  'mails-words.tsv': {
    bytes: 984,
    sha256: 'cc2baa733edb75bda2947265a5790d92e77f42077471aa7ddf9367bcca136302',
  },
  'mnist-label-errors.bin': {
    bytes: 996,
    sha256: '6d143267247a975be4f52d07a5ab35c6b5e6e1f9baf14e459674c8ce6d0e9a9e',
  },
  'mnist8.bin': {
    bytes: 216710,
    sha256: 'ce77a3c88c51d06c1e708928b86f022f9f574b5c89b65e7a8e64d44be65de44b',
  },
  'mnist8-stretched.bin': {
    bytes: 216710,
    sha256: '6beff9fc34feabddac1c5a5794e7641a5044cb0cda2b6e2772522fabc925edb6',
  },
  'mnist14-more.bin': {
    bytes: 165033,
    sha256: '835d7eef8932d783cfd7d727cace4531845902a394d1e7dc76f5648ffffdbf3c',
  },
  'mnist14.bin': {
    bytes: 330066,
    sha256: '038a64e4e54712bb2556a155dd08f4aed0d661aa412f9c18ee217f88d4b69cc5',
  },
  'names.tsv': {
    bytes: 211328,
    sha256: '1b0d00142db55bfaf92ba804728953d5e6ece5717d4c56c3e121b87f421823a4',
  },
  'optdigits8.bin': {
    bytes: 116805,
    sha256: '87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826',
  },
  'optdigits8-stretched.bin': {
    bytes: 116805,
    sha256: '82a79efb1b731c0fcd38c98b09ffe4b4e7ba2c9877b1cffdc9f9c8d72a240e2e',
  },
  'macbeth.txt': {
    bytes: 95879,
    sha256: 'c73e2d669966678b88c50bae3da1f39dd392eb65b58896302fd6d3788a09128a',
  },
  'romeo-and-juliet.txt': {
    bytes: 134933,
    sha256: 'af2c04191d9abfb9e9f3cde51c272aa0aa925fa037b4076fd2c8346611a076c8',
  },
  'othello.txt': {
    bytes: 147759,
    sha256: '670d869a633fb4d883439a648a1e0e65fe208aec340ca28fb7e075311226d2fa',
  },
  'midsummer-nights-dream.txt': {
    bytes: 39991,
    sha256: 'd0760b1a07d85fad3a69fe23c58554de5ca3dafe8f07aad6eee84327521b548e',
  },
  'semeion8.bin': {
    bytes: 103545,
    sha256: '4ec38c24d68892954a562ee92acec77ab58f0dfd2905a8c07f3c4e4f9c04ea2c',
  },
  'semeion8-stretched.bin': {
    bytes: 103545,
    sha256: '742a5f860796857544c09cfef406f62d6b2742bcda3682f378bd11d7efc52803',
  },
  'sms.bin': {
    bytes: 263721,
    sha256: '690be1c8e21ede45fb99db4eb38e0a1f1df181a5210ce434ceee13d9715d6361',
  },
  'sms-words.tsv': {
    bytes: 2875,
    sha256: '3a1dce411640d4a9334d38fd1977547b624f545164e11cbe7023ba14d63b3bb9',
  },
  'sms-kinds.tsv': {
    bytes: 3451,
    sha256: '383b433ff17416afd246068e9f9ba53b4ec434ab2f433b37f3062540c7b44b23',
  },
};
