// Other ways of writing the same words: offered, never mixed in.
(function (yearbook) {
  "use strict";

  // Each word of two: a form that a reader may type, and the form of the printed texts.
  const CHARACTERS =
    "辦办 劃划 規规 計计 書书 記记 長长 縣县 區区 鄉乡 鎮镇 邨村 農农 業业 產产 經经 濟济 發发 開开 關关 " +
    "於于 與与 議议 會会 員员 團团 體体 國国 際际 進进 黨党 紀纪 檢检 監监 領领 導导 幹干 隊队 組组 織织 " +
    "構构 機机 學学 習习 師师 醫医 藥药 療疗 衛卫 環环 護护 態态 風风 險险 災灾 應应 響响 預预 報报 電电 " +
    "網网 絡络 數数 據据 訊讯 資资 財财 稅税 務务 費费 價价 錢钱 銀银 貸贷 貿贸 場场 廠厂 礦矿 鐵铁 鋼钢 " +
    "車车 輛辆 運运 輸输 橋桥 樑梁 飛飞 後后 對对 協协 調调 動动 勞劳 創创 設设 評评 審审 證证 條条 範范 " +
    "標标 準准 則则 責责 獎奖 懲惩 罰罚 灣湾 陽阳 陰阴 澤泽 晉晋 華华 龍龙 鳳凤 馬马 劉刘 張张 陳陈 趙赵 " +
    "楊杨 吳吴 鄭郑 韓韩 馮冯 許许 鄧邓 蕭萧 葉叶 蘇苏 盧卢 蔣蒋 賈贾 鄒邹 譚谭 陸陆 薑姜 萬万 億亿 號号 " +
    "零〇 ○〇 壹一 貳二 贰二 參参 叁三 肆四 伍五 陆六 柒七 捌八 玖九 拾十 佰百 仟千 來来 東东 樓楼 園园 " +
    "館馆 劇剧 藝艺 術术 廣广 視视 聽听 圖图 畫画 種种 類类 級级 單单 個个 項项 實实 現现 變变 為为 爲为 " +
    "當当 選选 舉举 權权 屬属 總总 統统 戰战 勝胜 軍军 艦舰 營营 連连 歡欢 慶庆 節节 約约 減减 壓压 擴扩 " +
    "縮缩 縱纵 橫横 聯联 係系 繫系 確确 認认 識识 論论 講讲 話话 語语 讀读 寫写 覽览 觀观 點点 線线 圍围 " +
    "內内 裡里 裏里 邊边 遠远 過过 還还 這这 邁迈 遷迁 從从 眾众 優优 傳传 債债 儀仪 儲储 兒儿 幾几 處处 " +
    "備备 復复 複复 徵征 戶户 擔担 損损 換换 攝摄 敗败 斷断 時时 暫暂 極极 樂乐 樣样 樹树 歲岁 歷历 曆历 " +
    "殘残 毀毁 氣气 決决 沒没 況况 測测 渦涡 湯汤 溝沟 滿满 漁渔 漢汉 潔洁 潤润 爐炉 爭争 牆墙 獨独 獲获 " +
    "畢毕 異异 盡尽 眞真 礎础 禮礼 稱称 積积 穩稳 窮穷 竄窜 竝并 並并 筆笔 簡简 籌筹 糧粮 純纯 紙纸 細细 " +
    "終终 給给 絕绝 維维 緊紧 練练 續续 罷罢 聖圣 職职 聲声 腦脑 腳脚 臨临 舊旧 莊庄 蓋盖 蔭荫 補补 裝装 " +
    "製制 訂订 託托 訪访 詞词 試试 詢询 該该 詳详 誠诚 誤误 說说 課课 請请 諮咨 謀谋 謝谢 譯译 豐丰 負负 " +
    "貢贡 貧贫 購购 貴贵 買买 賣卖 賞赏 質质 賴赖 贈赠 踐践 軌轨 軟软 載载 較较 輕轻 轉转 適适 遺遗 郵邮 " +
    "釋释 針针 銷销 錄录 鍋锅 鏡镜 鑒鉴 門门 閉闭 間间 閣阁 闊阔 陣阵 隨随 隱隐 雙双 雜杂 離离 難难 雲云 " +
    "靈灵 靜静 順顺 須须 頒颁 頓顿 題题 額额 願愿 顧顾 飯饭 養养 駐驻 驗验 驅驱 髮发 鬥斗 魚鱼 鮮鲜 鳥鸟 " +
    "鹽盐 麗丽 麥麦 齊齐 龔龚 ";

  /** @type {[pattern: RegExp, into: string | Record<string, string>, reason: string][]} */
  const REWRITE = [
    [/[()[\]〈〉]/g, { "(": "[", ")": "]", "[": "(", "]": ")" }, "括号换一种"],
    [/[《》〈〉"']/g, "", "去掉书名号和引号"],
    [/[-~]/g, { "-": "~", "~": "-" }, "连接号换一种"],
    [/(\d)号/g, "$1日", "日期改写"],
  ];
  const pairs = new Map(CHARACTERS.trim().split(" ").map(([from, to]) => [from, to]));

  /** @param {string} text */
  function simplified(text) {
    return [...text].map((char) => pairs.get(char) || char).join("");
  }

  // 某政发2021年1号, 某政发2021-1号: the printed form sets the year in brackets.
  const NUMBER = /^(\p{Script=Han}{2,})[[(]?(\d{4})(?:[\])]|年第?|-|第)(\d+)号?$/u;

  /**
   * @param {string} text folded
   * @returns {{text: string, reason: string}[]} other forms of it, each once
   */
  yearbook.variants = function (text) {
    const out = new Map();
    /**
     * @param {string} form
     * @param {string} reason
     */
    const put = (form, reason) => form && form !== text && !out.has(form) && out.set(form, reason);
    put(simplified(text), "又作");
    put(yearbook.arabic(text), "数字改写");
    if (NUMBER.test(text) && yearbook.fold(text.replace(NUMBER, "$1〔$2〕$3号")) !== text) {
      put(text.replace(NUMBER, "$1〔$2〕$3号"), "文号的写法");
    }
    for (const [pattern, into, reason] of REWRITE) {
      put(typeof into === "string" ? text.replace(pattern, into) : text.replace(pattern, (char) => into[char] || char), reason);
    }
    put(yearbook.fold(simplified(text).replace(/[^\p{L}\p{N}]/gu, "")), "去掉标点");
    return [...out].map(([form, reason]) => ({ text: form, reason }));
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
