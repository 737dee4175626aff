// Words that weigh little because nearly any question may hold them (English ones as stems), and Chinese ones that weigh nothing.
verbatim.define("weak", () => {
  const list = text => new Set(text.split(/\s+/));
  const WEAK = list(
    `number amount total figur list schedul timelin statu progres detail new year make mak tak happen set built build construct plan policy
      regulat regulation management manag big larg small use becom chang call ask answer start begin finish end aim target shar level current now next
      province provincial china chines chinese institut against limit charg increas percent % thing kind type different`,
  );
  const HAN_STOP = list(
    `的 了 嗎 吗 呢 吧 啊 是 有 在 和 與 与 及 或 等 也 都 就 還 还 又 再 要 會 会 能 可 可以 把 被 對 对 從 从 到 於 于 為 为 以 之 其 這 这 那 哪 誰 谁 幾 几
      個 个 家 項 项 座 條 条 處 处 所 種 种 次 多 少 做 建 多少 多久 幾個 几个 幾家 几家 幾座 几座 幾處 几处 幾項 几项 有多少 有幾 有几 哪些 哪個 哪个 哪裡 哪里 在哪 在哪裡 在哪里 有哪些 什麼 什么 是什麼 是什么
      甚麼 怎麼 怎么 怎樣 怎样 如何 為何 为何 為什麼 为什么 是否 有沒有 有没有 沒有 没有 能否 會不會 会不会 一個 一个 一共 總共 总共 以及 關於 关于 方面 請問 请问 意思 什麼時候 什么时候 何時 何时 誰來 谁来 多少家 多少個 多少个 應該 应该`,
  );
  const HAN_WEAK = list(
    `今年 目前 現在 现在 情況 情况 進度 进度 進展 进展 名單 名单 時間表 时间表 數量 数量 政策 目標 目标 標準 标准 制度 新增 新建 建設 建设 增長 增长 增加 項目 项目 問題 问题 計劃 计划 計畫
      成為 成为 涉及 提到 回答 報告 报告 研究 比例 地方 行業 行业 達到 达到 支持 建立 完成 開始 开始 措施 規定 规定 工作 發展 发展 推進 推进 立法 管 治理 負責 负责 新建 要求 中國 中国 全省 我省 領域 领域 開展 推動`,
  );
  const each = (words, fold) => new Set([...words].map(fold));

  return { WEAK, han: fold => ({ stop: each(HAN_STOP, fold), weak: each(HAN_WEAK, fold) }) };
});
