"""Which item of one edition is which item of another, whatever their codes.

`align` pairs the nodes of two trees in passes, strongest evidence first:

1. `judgement`  what people decided;
2. `identical`  the same subtree, wherever it stands, word for word but for the number by which a note names its item;
3. `text`       the same words on the node itself, before its code: an inserted item takes the old number;
4. `code`       the same label under the same parent, with similar words;
5. `siblings`   the best assignment among what remains between matched siblings, then among all siblings;
6. `moved`      similar words elsewhere in the tree; among what is left, and where a heading took an item's code, the
                words of whole subtrees are compared, too (`rewritten`); notes, definitions and statements left over are
                compared without the words that tell where they hold (`explaining`), tables by the words of their rows.

Where no words are at hand, digests say what is equal and figures what is similar; a pair that nothing but its number
supports is called `number`. What is left over was removed or added. `splits` and `merges` add, beside the pairs, where
one item's words went to several and the reverse.
"""

from controllist.alignment.align import align
from controllist.alignment.judgements import Judgement, judgements_between
from controllist.alignment.result import Alignment, Merge, Pair, Rival, Split, Undone

__all__ = ["Alignment", "Judgement", "Merge", "Pair", "Rival", "Split", "Undone", "align", "judgements_between"]
