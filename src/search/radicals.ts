/**
 * Radicals that stand for characters where a text came out of a scan or a font, each followed by the character
 * that it is (Unicode, EquivalentUnifiedIdeograph.txt); those of Kangxi are equal by NFKC. Circles that are
 * written for a nought are noughts.
 */
export const radicals =
  '⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟○〇◯〇';
